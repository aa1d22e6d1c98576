import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aPerson } from '@db/factories/a-person'
import { aHeic, aJpeg, aPdf, aPng, exifWithPlace } from '@db/factories/tiny-papers'
import { attempt } from '@db/test/attempt'
import { testContext } from '@db/test/context'
import { testDatabase } from '@db/test/database'
import { currentVersion } from '~/domain/intake/versions'
import { papersAtMost } from '~/domain/intake/paper-lists'
import type { Actor } from '~/domain/people/actor'
import type { Paper } from '~/domain/paper/paper'
import { wasRefused } from '~/domain/refusal'
import { addPaper } from './add-paper.server'
import { listPapers } from './list-papers.server'
import { listSentPapers } from './list-sent-papers.server'
import { readDraft } from './read-draft.server'
import { readPaper } from './read-paper.server'
import { removePaper } from './remove-paper.server'
import { saveAnswers } from './save-answers.server'
import { startIntake } from './start-intake.server'

const database = testDatabase()

async function aDraft() {
  const patient = await aPerson(database)
  const context = testContext(database, patient)
  const { id: intakeId } = await startIntake(context)
  const add = (bytes: Uint8Array, name = 'report.pdf', kind: Paper['kind'] = 'imaging_report') =>
    addPaper(context, { intakeId, kind, name, bytes })
  const mustAdd = async (...given: Parameters<typeof add>): Promise<Paper> => {
    const added = await add(...given)
    if (wasRefused(added)) throw new Error(added.refused)
    return added
  }
  const answer = async () => {
    const { draft } = await readDraft(context)
    return draft?.stored.get('papers')
  }
  const audited = async () =>
    (
      await database.owner`select did from audit_rows where patient_id = ${patient.id} and did like 'paper.%' order by id`
    ).map((row) => String(row['did']))
  const send = () => database.owner`update intakes set submitted_at = now(), side = 'right' where id = ${intakeId}`
  return { patient, context, intakeId, add, mustAdd, answer, audited, send }
}

const refusedWith = (result: unknown) =>
  typeof result === 'object' && result !== null && 'refused' in result ? result.refused : 'taken'

describe('adding', () => {
  test('a paper is kept with what it is, and the answer names it in the same change', async () => {
    const { mustAdd, answer, intakeId, patient, context, audited } = await aDraft()
    const before = await database.owner`select revision from intakes where id = ${intakeId}`
    const report = await mustAdd(aPdf(), 'C:\\scans\\MRI "report".htm')
    expect(report).toMatchObject({ kind: 'imaging_report', name: 'MRI report .htm.pdf', mediaType: 'application/pdf' })
    const card = await mustAdd(aPng(), 'card.png', 'insurance_card')
    const kept = await answer()
    expect(kept?.value).toEqual(
      [report, card].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, kind }) => ({ id, kind })),
    )
    const [after] = await database.owner`select revision from intakes where id = ${intakeId}`
    expect(after?.['revision']).toBe(Number(before[0]?.['revision']) + 2)
    expect(kept?.version).toBe(after?.['revision'])
    const [row] = await database.owner`select * from intake_files where id = ${report.id}`
    expect(row).toMatchObject({ uploaded_by: patient.id, patient_id: patient.id, size: aPdf().length })
    expect(row?.['content']).toEqual(aPdf())
    expect(await audited()).toEqual(['paper.add', 'paper.add'])
    expect(await listPapers(context, { intakeId })).toHaveLength(2)
  })

  test.each([
    ['HEIC', aHeic(), 'image/heic', 'IMG_1.pdf.heic'],
    ['JPEG', aJpeg(), 'image/jpeg', 'IMG_1.pdf.jpg'],
    ['PNG', aPng(), 'image/png', 'IMG_1.pdf.png'],
  ])('a %s that calls itself a PDF is kept as what it is', async (_, bytes, mediaType, name) => {
    const { mustAdd } = await aDraft()
    expect(await mustAdd(bytes, 'IMG_1.pdf')).toMatchObject({ mediaType, name })
  })

  test('a photo is kept without where it was taken', async () => {
    const { mustAdd, context } = await aDraft()
    const photo = aJpeg({ exif: exifWithPlace('MM') })
    const { id } = await mustAdd(photo, 'photo.jpg')
    const opened = await readPaper(context, { paperId: id })
    if (wasRefused(opened)) throw new Error(opened.refused)
    expect(opened.bytes).toHaveLength(photo.length)
    expect(Buffer.from(opened.bytes).equals(photo)).toBe(false)
  })

  test('what is no paper is refused in words and leaves nothing', async () => {
    const { add, answer, intakeId } = await aDraft()
    expect(refusedWith(await add(Buffer.from('<script>'), 'x.pdf'))).toBe('other_type')
    expect(refusedWith(await add(Buffer.alloc(0)))).toBe('empty')
    expect(refusedWith(await add(Buffer.alloc(10 * 1024 * 1024 + 1)))).toBe('too_large')
    expect(refusedWith(await add(aPdf().subarray(0, 100)))).toBe('broken')
    expect(await answer()).toBeUndefined()
    expect(await database.owner`select 1 from intake_files where intake_id = ${intakeId}`).toHaveLength(0)
  })

  test('ten megabytes are kept whole', async () => {
    const { mustAdd, context } = await aDraft()
    const most = 10 * 1024 * 1024
    const bytes = Buffer.concat([aJpeg(), Buffer.alloc(most - aJpeg().length, 5)])
    const { id, size } = await mustAdd(bytes, 'big.jpg')
    expect(size).toBe(most)
    const opened = await readPaper(context, { paperId: id })
    expect(!wasRefused(opened) && Buffer.from(opened.bytes).equals(bytes)).toBe(true)
  })

  test('the same bytes again, also at the same moment, are one paper', async () => {
    const { mustAdd, context, intakeId, answer } = await aDraft()
    const all = await Promise.all([mustAdd(aPng()), mustAdd(aPng(), 'again.png'), mustAdd(aPng(), 'x.png', 'other')])
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await listPapers(context, { intakeId })).toHaveLength(1)
    const first = await answer()
    await mustAdd(aPng())
    expect((await answer())?.version).toBe(first?.version)
  })

  test('two different papers at the same moment are both there and both in the answer', async () => {
    const { mustAdd, answer } = await aDraft()
    await Promise.all([1, 2, 3, 4].map((shade) => mustAdd(aPng({ shade }))))
    expect((await answer())?.value).toHaveLength(4)
  })

  test('twelve are the most; taking one back makes room; adding and removing has an end', async () => {
    const { add, mustAdd, context, intakeId } = await aDraft()
    const papers: Paper[] = []
    for (let shade = 0; shade < papersAtMost; shade += 1) papers.push(await mustAdd(aPng({ shade })))
    expect(refusedWith(await add(aPng({ shade: 99 })))).toBe('too_many')
    expect(refusedWith(await add(aPng({ shade: 3 })))).toBe('taken')
    await removePaper(context, { paperId: papers[0]?.id ?? '' })
    expect(refusedWith(await add(aPng({ shade: 99 })))).toBe('taken')
    expect(await listPapers(context, { intakeId })).toHaveLength(papersAtMost)
    let [last, shade] = [papers[1], 100]
    let result: unknown = null
    for (; refusedWith(result) === 'taken'; shade += 1) {
      await removePaper(context, { paperId: last?.id ?? '' })
      const added = await add(aPng({ shade }))
      result = added
      last = wasRefused(added) ? last : added
    }
    expect(refusedWith(result)).toBe('too_often')
    expect(shade - 100).toBeLessThan(40)
  })
})

describe('taking back', () => {
  test('it is listed and opened no more, the answer goes with it, and once is enough', async () => {
    const { mustAdd, context, intakeId, answer, audited } = await aDraft()
    const { id: paperId } = await mustAdd(aPdf())
    expect(await removePaper(context, { paperId })).toEqual({ kind: 'imaging_report' })
    expect(await removePaper(context, { paperId })).toEqual({ kind: 'imaging_report' })
    expect(await answer()).toBeUndefined()
    expect(await listPapers(context, { intakeId })).toEqual([])
    const provider = testContext(database, await aPerson(database, { role: 'provider' }))
    for (const who of [context, provider]) expect(refusedWith(await readPaper(who, { paperId }))).toBe('missing')
    expect(await audited()).toEqual(['paper.add', 'paper.remove', 'paper.remove_again', 'paper.list'])
    const [kept] = await database.owner`select value from intake_answer_history where intake_id = ${intakeId}`
    expect(kept?.['value']).toEqual([{ id: paperId, kind: 'imaging_report' }])
  })

  test('the same paper can be added again', async () => {
    const { mustAdd, context } = await aDraft()
    const first = await mustAdd(aPdf())
    await removePaper(context, { paperId: first.id })
    expect((await mustAdd(aPdf())).id).not.toBe(first.id)
  })
})

describe('whose it is', () => {
  async function everyone() {
    const one = await aDraft()
    const paper = await one.mustAdd(aPdf(), 'Secret name.pdf')
    const as = async (role: Actor['role']) =>
      testContext(
        database,
        role === 'guest' ? { id: randomUUID(), role } : await aPerson(database, { role: role as 'patient' }),
      )
    return { ...one, paper, as }
  }

  test('its person and every clinician open it, nobody else, and each opening is recorded', async () => {
    const { context, intakeId, paper, as, audited } = await everyone()
    for (const who of [context, await as('provider')]) {
      expect(await readPaper(who, { paperId: paper.id })).toMatchObject({ name: 'Secret name.pdf' })
      expect(await listPapers(who, { intakeId })).toMatchObject([{ id: paper.id }])
    }
    for (const role of ['patient', 'scheduler', 'admin', 'guest'] as const) {
      const who = await as(role)
      expect(refusedWith(await readPaper(who, { paperId: paper.id })), role).toBe('missing')
      expect(refusedWith(await listPapers(who, { intakeId })), role).toBe('missing')
    }
    expect((await audited()).filter((did) => did !== 'paper.add').toSorted()).toEqual([
      'paper.list',
      'paper.list',
      'paper.read',
      'paper.read',
    ])
  })

  test('once sent, its person finds it again by day, and nobody else does; a draft is not among them', async () => {
    const { context, intakeId, paper, as, mustAdd, audited, send } = await everyone()
    const back = await mustAdd(aPng(), 'wrong.png', 'other')
    await removePaper(context, { paperId: back.id })
    expect(await listSentPapers(context)).toEqual([])
    await send()
    const next = await startIntake(context)
    await addPaper(context, { intakeId: next.id, kind: 'other', name: 'later.png', bytes: aPng({ shade: 5 }) })
    const before = (await audited()).length
    const [sent, ...more] = await listSentPapers(context)
    expect(sent).toMatchObject({ intakeId, papers: [{ id: paper.id, name: 'Secret name.pdf' }] })
    expect([more, sent?.papers.length]).toEqual([[], 1])
    expect((await audited()).slice(before)).toEqual(['paper.list'])
    expect(await readPaper(context, { paperId: paper.id })).toMatchObject({ name: 'Secret name.pdf' })
    for (const role of ['patient', 'provider', 'scheduler', 'admin'] as const)
      expect(await listSentPapers(await as(role)), role).toEqual([])
  })

  test('nobody adds to or takes from the papers of somebody else', async () => {
    const { intakeId, paper, as, context } = await everyone()
    const stranger = await as('patient')
    await startIntake(stranger)
    const wish = { intakeId, kind: 'other', name: 'x.png', bytes: aPng() } as const
    expect(refusedWith(await addPaper(stranger, wish))).toBe('missing')
    expect(refusedWith(await removePaper(stranger, { paperId: paper.id }))).toBe('missing')
    expect(await listPapers(context, { intakeId })).toHaveLength(1)
  })

  test('the database itself shows and takes papers in no other name', async () => {
    const { patient, intakeId, paper, as } = await everyone()
    const stranger = (await as('patient')).actor
    const look = (who: Actor) =>
      attempt(database, who, patient.id, (sql) => sql`select content from intake_files where id = ${paper.id}`)
    expect(await look(patient)).toBe('done')
    expect(await look((await as('provider')).actor)).toBe('done')
    expect(await look(stranger)).toBe('nothing')
    for (const role of ['scheduler', 'admin', 'guest', 'visitor'] as const)
      expect(await look({ id: randomUUID(), role }), role).toBe('denied')
    const insert = (who: Actor, by: string, owner: string) =>
      attempt(
        database,
        who,
        owner,
        (
          sql,
        ) => sql`insert into intake_files (intake_id, patient_id, kind, name, media_type, size, sha256, content, uploaded_at, uploaded_by)
          values (${intakeId}, ${owner}, 'other', 'x.png', 'image/png', 1, ${'a'.repeat(64)}, '\\x00', now(), ${by})`,
      )
    expect(await insert(stranger, stranger.id, patient.id)).toBe('denied')
    expect(await insert(stranger, stranger.id, stranger.id)).not.toBe('done')
    expect(await insert(patient, stranger.id, patient.id)).not.toBe('done')
    expect(await insert((await as('provider')).actor, patient.id, patient.id)).toBe('denied')
  })
})

describe('when the answers are sent', () => {
  test('its papers stay as they are, for every verb and every program', async () => {
    const { add, mustAdd, context, send, patient, intakeId } = await aDraft()
    const { id: paperId } = await mustAdd(aPdf())
    await send()
    expect(refusedWith(await add(aPng()))).toBe('submitted')
    expect(refusedWith(await removePaper(context, { paperId }))).toBe('submitted')
    for (const attack of [
      `update intake_files set removed_at = now() where id = '${paperId}'`,
      `update intake_files set content = '\\x00', size = 1 where id = '${paperId}'`,
      `delete from intake_files where id = '${paperId}'`,
    ])
      expect(await attempt(database, patient, patient.id, (sql) => sql.unsafe(attack)), attack).not.toBe('done')
    await expect(database.owner`delete from intake_files where id = ${paperId}`).rejects.toThrow(/taken back/)
    expect(await listPapers(context, { intakeId })).toHaveLength(1)
    expect(refusedWith(await readPaper(context, { paperId }))).toBe('taken')
  })

  test('a paper that comes at the same moment is in the answer or not there at all', async () => {
    const { add, send, intakeId } = await aDraft()
    await Promise.all([add(aPng()).catch(() => null), send()])
    const [state] = await database.owner`
      select (select count(*)::int from intake_files where intake_id = ${intakeId}) as papers,
        (select count(*)::int from intake_answers where intake_id = ${intakeId} and question_key = 'papers') as answers`
    expect(state?.['papers']).toBe(state?.['answers'])
  })
})

describe('the answer', () => {
  test('is written by adding and taking back alone, never as an answer from outside', async () => {
    const { context, intakeId, mustAdd, answer } = await aDraft()
    await mustAdd(aPdf())
    const kept = await answer()
    for (const value of [undefined, [{ id: randomUUID(), kind: 'other' as const }]])
      await saveAnswers(context, { intakeId, answers: [{ key: 'papers', value, base: kept?.version ?? 0 }] })
    expect(await answer()).toEqual(kept)
  })

  test('questions of the version before have no papers', async () => {
    const { add, intakeId } = await aDraft()
    await database.owner`alter table intakes disable trigger user`
    await database.owner`update intakes set instrument_version = '1.0.0' where id = ${intakeId}`
    await database.owner`alter table intakes enable trigger user`
    expect(currentVersion).not.toBe('1.0.0')
    expect(refusedWith(await add(aPdf()))).toBe('missing')
  })
})
