import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DiaryWish } from '~/domain/outcome/diary-wish'
import { paths } from '~/domain/paths'
import { wasRefused } from '~/domain/refusal'
import { readDiary } from '~/features/diary/read-diary.server'
import { writeEntry } from '~/features/diary/write-entry.server'
import { requireContext } from '~/server/require-context.server'
import { careTabs } from '~/ui/care-tabs'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/button-link'
import { PatientPage } from '~/ui/patient-page'
import { useClinic } from '~/ui/use-clinic'
import { useLive } from '~/ui/use-live'
import { DiaryForm } from './diary-form'
import { DiaryHistory } from './diary-history'
import { diaryPage } from './diary-page'

export const meta: MetaFunction = () => [{ title: 'My pain diary' }]
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const diary = await readDiary(context)
  if (wasRefused(diary)) return null
  const search = new URL(args.request.url).searchParams
  return diaryPage(
    diary,
    { zone: context.person.timeZone, clinicZone: context.clinic.timeZone, now: context.now },
    search,
  )
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'patient')
  const form = Object.fromEntries(await args.request.formData())
  const wish = DiaryWish.safeParse(form)
  if (!wish.success) {
    const values = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, String(value)]))
    return data({ values, errors: z.flattenError(wish.error).fieldErrors as Record<string, string[]> }, { status: 400 })
  }
  const written = await writeEntry(context, wish.data)
  if (wasRefused(written)) return redirect(`${paths.diary()}?all=1&said=${written.refused}`)
  if (written.raised === 'emergency') return redirect(paths.intakeEmergency())
  return redirect(written.raised ? paths.nextStep() : `${paths.diary()}?all=1&said=saved`)
}

export default function Diary() {
  const page = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const clinic = useClinic()
  useLive()
  if (!page) {
    return (
      <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')}>
        <h1>My pain diary</h1>
        <EmptyState
          title="Your diary starts after your injection"
          action={<ButtonLink to={paths.care()}>Back to my care</ButtonLink>}
        >
          A few taps at the clinic, then once a day for 14 days.
        </EmptyState>
      </PatientPage>
    )
  }
  if (page.form) return <DiaryForm key={page.form.slot} form={page.form} clinic={clinic} last={said ?? null} />
  return <DiaryHistory page={page} clinic={clinic} />
}
