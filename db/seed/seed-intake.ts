import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { examples } from '~/domain/intake/examples'
import { givenAnswers } from '~/domain/intake/given-answers'
import { instrument } from '~/domain/intake/instrument'
import type { Answers } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { openQuestions } from '~/domain/intake/visible-questions'
import { dayOf } from '~/domain/time/day-of'
import { triage } from '~/domain/triage/triage'
import { intakeAnswers, intakes, triageResults, urgentItems } from '../schema/intake'
import { seedPaces } from './seed-paces'
import { idOf, later, moment } from './seeder'
import type { Seeder } from './seeder'
import type { IntakeStory, Story } from './stories'

type Sent = Extract<IntakeStory, { kind: 'sent' }>

const exampleOf = {
  routine: examples.rightSided,
  expedited: examples.cancerBefore,
  same_day: examples.notSureNumbness,
  blood_thinner: examples.bloodThinner,
  fever: examples.feverAlone,
} as const satisfies Record<Sent['case'], { answers: Answers }>

const otherSide = { left: 'right', right: 'left' } as const

/** The same marks on the story's side; both sides mark both. */
function onSide(answers: Answers, side: Story['side']): Answers {
  const from = answers.painSide === 'left' ? 'left' : 'right'
  const to = (text: string, wanted: 'left' | 'right') => text.replace(`-${from}`, `-${wanted}`) as never
  const areas = answers.painAreas ?? []
  if (side === 'both') {
    const mirrored = areas.map((area) => ({ ...area, region: to(area.region, otherSide[from]) }))
    return { ...answers, painSide: 'both', painAreas: [...areas, ...mirrored] }
  }
  if (side === from) return answers
  return {
    ...answers,
    painSide: side,
    painAreas: areas.map((area) => ({ ...area, region: to(area.region, side) })),
    mainArea: answers.mainArea && to(answers.mainArea, side),
    onePoint: answers.onePoint && { ...answers.onePoint, x: -answers.onePoint.x },
    buttockFall: answers.buttockFall === from ? side : answers.buttockFall,
  }
}

/** Answers every question that applies to this body and that the example does not answer with what is nothing special. */
function complete(answers: Answers): Answers {
  let whole = answers
  for (const round of [1, 2, 3]) {
    const open = openQuestions(whole)
    if (open.length === 0 || round === 3) break
    const plain = open.map((question) => {
      const values = optionsOf(question).map((option) => option.value)
      const calm = values.find((value) => value === 'no' || value === 'none' || value === 'not_at_all') ?? values.at(-1)
      return [question.key, question.kind === 'multi-choice' ? [calm] : calm]
    })
    whole = { ...whole, ...Object.fromEntries(plain) }
  }
  return givenAnswers(whole)
}

/** The complete answers of a story at the moment they were sent. */
function answersOf(story: Story, wish: Sent, sentOn: string): Answers {
  const months = new Date(`${sentOn}T12:00:00Z`)
  months.setUTCMonth(months.getUTCMonth() - 8)
  return complete({
    ...onSide(exampleOf[wish.case].answers, story.side),
    birthDate: story.bornOn,
    sexAtBirth: story.sex,
    stateOfResidence: story.state as Answers['stateOfResidence'],
    painSince: months.toISOString().slice(0, 7),
    signedName: story.name,
  })
}

/** The questions of a story: half answered, or sent with the stored result of the rules. */
export async function seedIntake(seeder: Seeder, story: Story): Promise<void> {
  const wish = story.intake
  if (!wish) return
  const { tx } = seeder
  const [intakeId, patientId] = [randomUUID(), idOf(seeder, story.key)]
  const sentAt = wish.kind === 'sent' ? moment(seeder, wish.at) : later(seeder.now, -40)
  const asOf = dayOf(sentAt, seeder.zone)
  const whole = answersOf(story, wish.kind === 'sent' ? wish : { kind: 'sent', at: 0, case: 'routine' }, asOf)
  const entries = instrument.questions.flatMap(({ key }) =>
    whole[key] === undefined ? [] : [{ key, value: whole[key] }],
  )
  const kept = wish.kind === 'half' ? entries.slice(0, Math.ceil(entries.length * 0.4)) : entries
  const minutes = 8 + ((story.name.length * 7) % 9)
  const startedAt = later(sentAt, -minutes)
  await tx
    .insert(intakes)
    .values({ id: intakeId, patientId, instrumentVersion: instrument.version, startedAt, savedAt: sentAt })
  const timeOf = (index: number) => later(startedAt, (minutes * (index + 1)) / (kept.length + 1))
  await tx.insert(intakeAnswers).values(
    kept.map(({ key, value }, index) => ({
      intakeId,
      patientId,
      questionKey: key,
      value,
      answeredAt: timeOf(index),
      answeredBy: patientId,
    })),
  )
  const answeredAt = new Map(kept.map(({ key }, index) => [key, timeOf(index)]))
  await seedPaces(tx, { intakeId, patientId, startedAt, answers: whole, answeredAt })
  if (wish.kind === 'half') return
  await tx.update(intakes).set({ submittedAt: sentAt, side: story.side }).where(eq(intakes.id, intakeId))
  const result = triage(whole, { asOf, patientState: story.state })
  await tx.insert(triageResults).values({
    intakeId,
    patientId,
    ruleSetVersion: result.rulesetVersion,
    inputHash: result.inputHash,
    asOf: sentAt,
    urgency: result.urgency.tier,
    siPattern: result.si.tier,
    result,
    createdAt: sentAt,
  })
  if (result.urgency.tier !== 'same_day') return
  const taken = wish.case === 'fever'
  await tx.insert(urgentItems).values({
    patientId,
    urgency: 'same_day',
    source: 'triage',
    sourceId: intakeId,
    questionKey: result.urgency.reasons[0]?.inputs[0]?.questionId ?? null,
    code: result.urgency.codes[0] ?? 'redflag:infection',
    openedAt: sentAt,
    dueAt: later(seeder.now, taken ? 96 : 38),
    ownerId: taken ? idOf(seeder, 'finn') : null,
    takenAt: taken ? later(seeder.now, -30) : null,
  })
}
