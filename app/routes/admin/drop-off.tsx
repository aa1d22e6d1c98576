import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Footprints } from 'lucide-react'
import { currentVersion, isVersion, versions } from '~/domain/intake/versions'
import { paths } from '~/domain/paths'
import { readDropOff } from '~/features/intake/read-drop-off.server'
import { requireContext } from '~/server/require-context.server'
import { EmptyState } from '~/ui/empty-state'
import { AdminPage } from './admin-page'
import { DropOffParts } from './drop-off-parts'
import { DropOffSums } from './drop-off-sums'
import { DropOffTable } from './drop-off-table'
import { VersionLinks } from './version-links'

export const meta: MetaFunction = () => [{ title: 'Where people leave' }]

export async function loader(args: LoaderFunctionArgs) {
  const { person, mode: _mode, ...context } = await requireContext(args, 'admin')
  const asked = new URL(args.request.url).searchParams.get('version') ?? ''
  const version = isVersion(asked) ? asked : currentVersion
  return { me: person.name, version, ...(await readDropOff(context, { version })) }
}

export default function DropOffPage() {
  const { me, version, dropOff, estimated } = useLoaderData<typeof loader>()
  return (
    <AdminPage
      current="drop-off"
      me={me}
      title="Where people leave"
      meta={`Questions ${version} · counted without answers`}
      bodyClass="pt-14"
    >
      <div className="mb-12">
        <VersionLinks
          label="Versions of the questions"
          current={version}
          versions={versions.toReversed().map((one) => ({
            version: one,
            to: `${paths.adminDropOff()}?version=${one}`,
            note: one === currentVersion ? 'asked now' : undefined,
          }))}
        />
      </div>
      {dropOff.kind === 'told' ? (
        <>
          <DropOffSums dropOff={dropOff} estimated={estimated} />
          <DropOffParts dropOff={dropOff} />
          <DropOffTable dropOff={dropOff} />
        </>
      ) : (
        <section className="panel pn">
          <div className="grp">
            <h2>Questions {version}</h2>
          </div>
          <EmptyState
            icon={Footprints}
            title={dropOff.kind === 'none' ? 'Nobody has been counted yet' : 'Fewer than 5 people so far'}
          >
            {dropOff.kind === 'none'
              ? `As soon as people answer questions ${version}, this shows how many saw each question, how many answered it and where they stopped.`
              : `Fewer than 5 people have begun questions ${version}. So that nobody can be recognised, numbers show from the fifth person on.`}{' '}
            By our estimate the whole takes {Math.round(estimated)} minutes.
          </EmptyState>
        </section>
      )}
    </AdminPage>
  )
}
