import { Link } from '@remix-run/react'
import { Camera, Trash2, Upload } from 'lucide-react'
import type { PaperKind } from '~/domain/intake/paper-lists'
import { paths } from '~/domain/paths'
import type { Paper } from '~/domain/paper/paper'
import { paperKindWords } from '~/domain/paper/paper-words'
import { FieldGroup } from '~/ui/field-group'
import { FilePicker } from '~/ui/file-picker'
import { Icon } from '~/ui/icon'
import { PaperRow } from '~/ui/paper-row'
import { useHydrated } from '~/ui/use-hydrated'
import { PaperJobs } from './paper-jobs'
import type { PaperJob, PaperQueue } from './paper-queue'

type Listed = Omit<Paper, 'uploadedAt'>

type Props = {
  kind: PaperKind
  papers: readonly Listed[]
  jobs: readonly PaperJob[]
  queue: PaperQueue<File>
  errors: string[]
}

/** What the browser offers to choose from; what counts is what the bytes are. */
const accept = '.pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic,image/heif'

/** Papers of one kind: what is there, what is on its way, and adding more from files or the camera. */
export function PaperKindField({ kind, papers, jobs, queue, errors }: Props) {
  const hydrated = useHydrated()
  const { one, hint } = paperKindWords[kind]
  const chosen = (files: File[]) => queue.add(kind, files)
  return (
    <FieldGroup id={kind} legend={one} hint={hint} errors={errors}>
      {papers.length > 0 ? (
        <ul className="papers" aria-label={`Added: ${one}`}>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} act={<RemoveLink paper={paper} />} />
          ))}
        </ul>
      ) : null}
      <PaperJobs label={`On the way: ${one}`} jobs={jobs} queue={queue} />
      {hydrated ? (
        <div className="tools">
          <FilePicker icon={Camera} accept="image/*" camera className="on-touch" onFiles={chosen}>
            Take a photo<span className="sr">: {one}</span>
          </FilePicker>
          <FilePicker icon={Upload} accept={accept} onFiles={chosen}>
            Choose files<span className="sr">: {one}</span>
          </FilePicker>
        </div>
      ) : (
        <input type="file" className="file-plain" name={kind} accept={accept} multiple aria-label={`Files: ${one}`} />
      )}
    </FieldGroup>
  )
}

function RemoveLink({ paper }: { paper: Listed }) {
  return (
    <Link className="btn quiet" to={`${paths.intakePapers()}?remove=${paper.id}`} preventScrollReset>
      <Icon of={Trash2} />
      Remove<span className="sr"> {paper.name}</span>
    </Link>
  )
}
