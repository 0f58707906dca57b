// GoRules zen: a decision of two tables, which loop over the classes and schools of a county in one evaluation.
import { readFileSync } from 'node:fs'
import { ZenEngine } from '@gorules/zen-engine'
import { ratio, run } from './counties.js'

const engine = new ZenEngine()
const decision = engine.createDecision(readFileSync(new URL('./decision.json', import.meta.url)))

run(async ({ bureau, schools, classes }) => {
  const { result } = await decision.evaluate({ schools, classes })
  const lines = []
  for (const { standard, id, students } of result.classes.flat()) {
    lines.push(`${standard}\t${bureau.id}\t${id}\t${students}`)
  }
  for (const { standard, id, students, staff } of result.schools.flat()) {
    lines.push(`${standard}\t${bureau.id}\t${id}\t${ratio({ students, staff })}`)
  }
  return lines
})
