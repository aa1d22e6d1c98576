import type { SubmissionResult } from '@conform-to/react'
import { examWish } from '~/domain/exam/exam-record'
import { manoeuvres } from '~/domain/exam/manoeuvres'
import { wasRefused } from '~/domain/refusal'
import type { Refusal } from '~/domain/refusal'
import { askedAnswers } from '~/domain/triage/ask-wish'
import { agreeWish } from '~/domain/triage/review-wish'
import type { Context } from '~/features/context'
import { agreeTriage } from '~/features/triage/agree-triage.server'
import { askLive } from '~/features/triage/ask-live.server'
import { readTriage } from '~/features/triage/read-triage.server'
import { recordExam } from '~/features/triage/record-exam.server'

/** Done, not there, or what to say beside the form. */
export type TriageActed = 'done' | 'missing' | { readonly reply: SubmissionResult; readonly status: 400 | 409 }

const no = (error: Record<string, string[]>, status: 400 | 409): TriageActed => ({
  reply: { status: 'error', error },
  status,
})

function acted(answer: object | Refusal): TriageActed {
  if (!wasRefused(answer)) return 'done'
  if (answer.refused === 'missing') return 'missing'
  const { field, message } = answer as Refusal
  return no(field && answer.refused === 'answer' ? { [field]: [message] } : { '': [message] }, 409)
}

/** The small forms about an intake: agree, keep what was asked live, save what was tested. */
export async function triageAct(context: Context, intakeId: string, form: FormData): Promise<TriageActed> {
  switch (form.get('intent')) {
    case 'agree': {
      const wish = agreeWish.safeParse(Object.fromEntries(form))
      return wish.success
        ? acted(await agreeTriage(context, { intakeId, ...wish.data }))
        : no({ '': ['Open the page again, then agree.'] }, 400)
    }
    case 'ask':
      return ask(context, intakeId, form)
    case 'exam':
      return exam(context, intakeId, form)
    default:
      return no({ '': ['This form is not known here. Open the page again.'] }, 400)
  }
}

async function ask(context: Context, intakeId: string, form: FormData): Promise<TriageActed> {
  const read = await readTriage(context, { intakeId })
  if (wasRefused(read)) return 'missing'
  const { answers, problems } = askedAnswers(form, read.file.instrumentVersion)
  const wrong = Object.entries(problems)
  if (wrong.length > 0) return no(Object.fromEntries(wrong.map(([key, message]) => [key, [message]])), 400)
  return acted(await askLive(context, { intakeId, answers }))
}

async function exam(context: Context, intakeId: string, form: FormData): Promise<TriageActed> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const tested = manoeuvres.filter((one) => text(`result:${one.id}`) !== undefined)
  const wish = examWish.safeParse({
    mode: text('mode'),
    findings: tested.map(({ id }) => ({
      test: id,
      side: text(`side:${id}`),
      result: text(`result:${id}`),
      attested: text(`attested:${id}`),
      reason: text(`reason:${id}`),
    })),
  })
  if (wish.success) return acted(await recordExam(context, { intakeId, ...wish.data }))
  const error: Record<string, string[]> = {}
  for (const { path, message } of wish.error.issues) {
    const [, index, field] = path
    const test = typeof index === 'number' ? tested[index] : undefined
    const name = test && typeof field === 'string' ? `${field}:${test.id}` : ''
    error[name] = [test && name ? `${test.name}: ${message}` : message]
    if (name) error[''] = ['A test is not complete. Open it and add what is missing.']
  }
  return no(error, 400)
}
