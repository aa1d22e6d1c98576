import { initials } from '~/domain/people/say-names'
import type { RemoteParty } from './call-snapshot'
import { TrackVideo } from './track-video'

/** A third person in the room, by the id the room knows them by. */
export type ThirdParty = { id: string; name: string; about: string | null }

type Props = { people: readonly ThirdParty[]; remotes: readonly RemoteParty[]; onPress?: (person: ThirdParty) => void }

/** Small pictures of everybody beside the two; a press asks to end a guest's part where that is allowed. */
export function GuestTiles({ people, remotes, onPress }: Props) {
  const present = people.flatMap((person) => {
    const party = remotes.find((remote) => remote.identity === person.id)
    return party ? [{ person, party }] : []
  })
  if (present.length === 0) return null
  return (
    <div className="v-tiles">
      {present.map(({ person, party }) => (
        <section className="v-tile" key={person.id} aria-label={person.name}>
          {party.video ? (
            <TrackVideo track={party.video} label={person.name} />
          ) : (
            <div className="v-initials" aria-hidden="true">
              {initials(person.name)}
            </div>
          )}
          {onPress ? (
            <button
              type="button"
              className="tag"
              onClick={() => onPress(person)}
              aria-label={`${person.name}: end their part`}
            >
              {person.name}
            </button>
          ) : (
            <span className="tag">
              <span>
                {person.name}
                {person.about ? (
                  <>
                    <br />
                    {person.about}
                  </>
                ) : null}
              </span>
            </span>
          )}
        </section>
      ))}
    </div>
  )
}
