// json-rules-engine: an engine for classes and one for schools, each run once a subject.
import { Engine } from 'json-rules-engine'
import { ratio, run } from './counties.js'

const ALL_STAGES = ['PRIMARY', 'JUNIOR', 'SENIOR']

function rule(standard, fact, among, measure, operator, value) {
  return {
    conditions: { all: [{ fact, operator: 'in', value: among }, { fact: measure, operator, value }] },
    event: { type: standard }
  }
}

// A number that was not reported is undefined, and is neither above nor below anything.
const options = { allowUndefinedFacts: true }
const classes = new Engine([
  rule('class-size.primary.design', 'stage', ['PRIMARY'], 'students', 'greaterThan', 45),
  rule('class-size.junior.design', 'stage', ['JUNIOR'], 'students', 'greaterThan', 50),
  rule('class-size.senior.design', 'stage', ['SENIOR'], 'students', 'greaterThan', 50),
  rule('class-size.large', 'stage', ALL_STAGES, 'students', 'greaterThanInclusive', 56),
  rule('class-size.super-large', 'stage', ALL_STAGES, 'students', 'greaterThanInclusive', 66)
], options)
const schools = new Engine([
  rule('staffing.primary.unified', 'type', ['211', '218', '219', '312', '345'], 'studentsPerStaff', 'greaterThan', 19),
  rule('staffing.junior.unified', 'type', ['311', '319', '321', '329', '341'], 'studentsPerStaff', 'greaterThan', 13.5),
  rule('staffing.senior.unified', 'type', ['342', '349'], 'studentsPerStaff', 'greaterThan', 12.5)
], options)

run(async ({ bureau, schools: allSchools, classes: allClasses }) => {
  const lines = []
  for (const { id, stage, students } of allClasses) {
    const { events } = await classes.run({ stage, students })
    events.forEach(({ type }) => lines.push(`${type}\t${bureau.id}\t${id}\t${students}`))
  }
  for (const school of allSchools) {
    const { events } = await schools.run({ type: school.type, studentsPerStaff: school.students / school.staff })
    events.forEach(({ type }) => lines.push(`${type}\t${bureau.id}\t${school.id}\t${ratio(school)}`))
  }
  return lines
})
