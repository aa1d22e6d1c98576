import { Link } from '@remix-run/react'
import { CircleX, CloudOff, LoaderCircle } from 'lucide-react'
import { paths } from '~/domain/paths'
import { sizeWords } from '~/domain/paper/paper-words'
import { Icon } from '~/ui/icon'
import type { PaperJob, PaperQueue } from './paper-queue'

type Props = { label: string; jobs: readonly PaperJob[]; queue: PaperQueue<File> }

/** Papers on their way, and those that were not taken with the reason beside them. */
export function PaperJobs({ label, jobs, queue }: Props) {
  if (jobs.length === 0) return null
  return (
    <ul className="papers sending" aria-label={label}>
      {jobs.map((job) => (
        <li key={job.id} className={job.state === 'refused' ? 'bad' : undefined}>
          <Icon of={job.state === 'refused' ? CircleX : isHeld(job) ? CloudOff : LoaderCircle} />
          <span className="about">
            <span className="name">{job.name}</span>
            <small>{sizeWords(job.size)}</small>
          </span>
          <button type="button" className="btn quiet" onClick={() => queue.drop(job.id)}>
            Take off<span className="sr"> the list: {job.name}</span>
          </button>
          <div className="told">
            <State job={job} queue={queue} />
          </div>
        </li>
      ))}
    </ul>
  )
}

const isHeld = ({ state }: PaperJob) => state === 'stopped' || state === 'signed-out'

function State({ job, queue }: { job: PaperJob; queue: PaperQueue<File> }) {
  const again = (
    <button type="button" className="btn secondary" onClick={queue.retry}>
      Try again now
    </button>
  )
  switch (job.state) {
    case 'refused':
      return (
        <p className="err" role="alert">
          {job.message}
        </p>
      )
    case 'signed-out':
      return (
        <>
          <p role="alert">
            You were signed out. Leave this page open and{' '}
            <Link to={paths.signIn()} target="_blank" rel="noreferrer">
              sign in again in a new tab
            </Link>
            . Then we send it.
          </p>
          {again}
        </>
      )
    case 'stopped':
      return (
        <>
          <p role="alert">The line broke. Leave this page open: we try again by ourselves.</p>
          {again}
        </>
      )
    case 'sending':
      return job.share < 1 ? (
        <progress value={job.share} max={1} aria-label={`${job.name} is on its way`} />
      ) : (
        <p className="small muted">We look at it.</p>
      )
    case 'waiting':
      return <p className="small muted">Next.</p>
    default:
      return null
  }
}
