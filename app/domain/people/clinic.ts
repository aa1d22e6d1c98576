/** The clinic this deployment serves: configuration, the same for every page, mail and printed sheet. */
export type Clinic = {
  readonly name: string
  /** As people dial it, for example 952-841-2345. */
  readonly phone: string
  /** IANA zone of the clinic's wall clocks. */
  readonly timeZone: string
  /** Origin of every link that leaves the portal, without a trailing slash. */
  readonly origin: string
}
