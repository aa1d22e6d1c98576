import { fixedTexts } from '../intake/emergency-texts'
import { paths } from '../paths'
import { sayDate } from '../time/say-date'
import { sayWhen } from '../time/say-when'
import type { CareFacts, ProcedureFact } from './care-facts'
import { needsInsurance, openForClinic, openForPatient } from './getting-ready'
import type { NextStep, NextStepTodo } from './next-step'

const nothingToDo = (lead: string, todo?: NextStepTodo[]): NextStep => ({
  key: 'wait',
  title: 'Nothing to do for now',
  lead,
  todo,
})

function bloodThinnerTodo(facts: CareFacts): NextStepTodo[] {
  const open = openForClinic(facts).includes('block:anticoagulant_review')
  if (!open && !facts.bloodThinner) return []
  return [
    {
      key: 'bloodThinner',
      state: 'next',
      title: open ? 'Blood thinner: we call you' : 'Your blood thinner',
      note: fixedTexts.bloodThinner,
    },
  ]
}

function prepareStep(facts: CareFacts, procedure: ProcedureFact): NextStep {
  const when = sayWhen(procedure.startsAt, facts.zone)
  const open = openForPatient(facts)
  const side = procedure.side === 'both' ? 'injection on both sides' : `${procedure.side}-side injection`
  const todo: NextStepTodo[] = [
    {
      key: 'time',
      state: open.includes('confirm') ? 'now' : 'done',
      title: open.includes('confirm') ? 'Keep your time' : 'You keep your time',
    },
    {
      key: 'driver',
      state: open.includes('driver') ? (open.includes('confirm') ? 'next' : 'now') : 'done',
      title: open.includes('driver') ? 'Name your driver' : 'Your driver is named',
    },
    ...bloodThinnerTodo(facts),
  ]
  if (open.includes('confirm')) {
    return {
      key: 'prepare',
      title: 'Keep your time',
      strong: when,
      lead: `We are holding ${when} for your ${side}. Name a driver to keep it.`,
      todo,
      action: { label: 'See my time', to: paths.carePrepare() },
    }
  }
  if (open.includes('driver')) {
    return {
      key: 'prepare',
      title: 'Tell us who will drive you home',
      strong: when,
      lead: `We are holding ${when} for your ${side}. Name a driver to keep it.`,
      todo,
      action: { label: 'Add my driver', to: paths.carePrepare() },
    }
  }
  return {
    key: 'prepare',
    title: 'Read how to get ready',
    strong: when,
    lead: `${when}: your ${side} at the ${procedure.place}.`,
    todo,
    action: { label: 'How to get ready', to: paths.carePrepare() },
  }
}

function diaryStep(facts: CareFacts): NextStep {
  const { diary, followUp, zone } = facts
  const check = followUp ? ` Your two-week video check is on ${sayWhen(followUp.startsAt, zone)}.` : ''
  const action = { label: 'Open my diary', to: paths.diary() }
  if (diary?.openNow) {
    return {
      key: 'diary',
      title: 'How is your pain now?',
      lead: 'A few taps in your diary. The times matter, so please do it now.',
      action: { label: 'Fill in my diary', to: paths.diary() },
    }
  }
  if (diary?.nextDueAt)
    return {
      key: 'diary',
      title: 'Your diary is done for now',
      lead: `Next: ${sayWhen(diary.nextDueAt, zone)}.${check}`,
      action,
    }
  return followUp
    ? {
        key: 'visit',
        title: 'Your two-week video check',
        strong: sayWhen(followUp.startsAt, zone),
        lead: `${sayWhen(followUp.startsAt, zone)} with ${followUp.providerName}. You can join 15 minutes before.`,
        action: { label: 'See my visit', to: paths.careVisitBooked(followUp.id) },
      }
    : nothingToDo('We call you about your two-week check.')
}

/** The next step of someone whose injection was ordered: from the plan's answer to the two-week check. */
export function caseStep(facts: CareFacts, now: Date): NextStep {
  const { procedure, followUp, authorisation: asked, zone } = facts
  if (followUp?.state === 'no_show') {
    return {
      key: 'missed',
      title: 'You missed your video check',
      lead: 'That can happen. Please call us for a new time.',
    }
  }
  if (followUp?.endedAt) {
    return followUp.noteSignedAt
      ? {
          key: 'summary',
          title: 'Read your summary',
          lead: 'Your clinician wrote down what comes next.',
          action: { label: 'Read my summary', to: paths.careVisitSummary(followUp.id) },
        }
      : nothingToDo('Your clinician is writing your summary. You find it here.')
  }
  if (procedure?.state === 'done') return diaryStep(facts)
  if (procedure && procedure.startsAt <= now)
    return nothingToDo('We write down your injection. Then your diary opens here.')
  if (procedure) return prepareStep(facts, procedure)
  if (asked?.decision === 'denied')
    return nothingToDo('Your insurance said no to the injection for now. We work on it and call you.')
  if (needsInsurance(facts) && asked?.decision !== 'approved') {
    const due = asked ? ` Their answer is due by ${sayDate(asked.decisionDueAt, zone)}.` : ''
    return nothingToDo(
      `We ask your insurance about the injection. You see their answer here.${due}`,
      bloodThinnerTodo(facts),
    )
  }
  return nothingToDo('We find a time for your injection and call you.', bloodThinnerTodo(facts))
}
