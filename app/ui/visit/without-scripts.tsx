import { paths } from '~/domain/paths'
import type { CareVisit } from '~/domain/visit/care-visit'

/** What a browser without scripts shows instead of the call: the telephone, inside the same visit. */
export function WithoutScripts({ visit }: { visit: CareVisit }) {
  return (
    <noscript>
      <section className="v-card" data-theme="light">
        <h2 className="fs-xl lh-125">This browser cannot show video</h2>
        <p className="mt-4">Your visit is running. We can call you at {visit.arrival?.callBackPhone}.</p>
        <form method="post" action={paths.careVisitRoom(visit.visitId)}>
          <button className="btn primary lg block mt-14" name="intent" value="phone">
            Call me now
          </button>
        </form>
      </section>
    </noscript>
  )
}
