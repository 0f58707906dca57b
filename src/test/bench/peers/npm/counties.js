// What both programs share: counties come in a line at a time, violations go out in large pieces.
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export async function* counties(file) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield JSON.parse(line)
  }
}

// Half up to four decimals by whole numbers, as reports print it: a floating quotient would round some the other way.
export function ratio({ students, staff }) {
  return staff === 0 ? `${students}:0` : String(Math.floor((20000 * students + staff) / (2 * staff)) / 10000)
}

// Judges every county and writes what it found; then tells the processor time of this process in nanoseconds.
export async function run(judge) {
  const [input, output] = process.argv.slice(2)
  const out = createWriteStream(output)
  for await (const county of counties(input)) {
    const lines = await judge(county)
    if (lines.length > 0 && !out.write(lines.join('\n') + '\n')) {
      await once(out, 'drain')
    }
  }
  out.end()
  await once(out, 'finish')
  const { user, system } = process.cpuUsage()
  console.log((user + system) * 1000)
}
