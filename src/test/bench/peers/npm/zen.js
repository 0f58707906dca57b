// GoRules zen: a decision of two tables, which loop over the classes and schools of a county in one evaluation.
import { readFileSync } from 'node:fs'
import { ZenEngine } from '@gorules/zen-engine'
import { ratio, run } from './counties.js'

const engine = new ZenEngine()
const decision = engine.createDecision(readFileSync(new URL('./decision.json', import.meta.url)))

// Only what the tables look at: each property that crosses over to the engine costs.
function facts({ schools, classes }) {
  return {
    schools: schools.map(({ id, type, students, staff }) => ({ id, type, students, staff })),
    classes: classes.map(({ id, stage, students }) => ({ id, stage, students }))
  }
}

run(async county => {
  const { result } = await decision.evaluate(facts(county))
  const bureau = county.bureau.id
  return [
    ...result.classes.flat().map(({ standard, id, students }) => `${standard}\t${bureau}\t${id}\t${students}`),
    ...result.schools.flat().map(school => `${school.standard}\t${bureau}\t${school.id}\t${ratio(school)}`)
  ]
})
