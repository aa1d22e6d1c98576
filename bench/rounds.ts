/** One way of doing the work; `run` does it once. */
export type Contender = { name: string; run: () => unknown }

export type Line = {
  name: string
  /** Median microseconds of one call. */
  microseconds: number
  /** Median over the rounds of this contender's time divided by the baseline's of the same round. */
  ratio: number
  /** The tenth and the ninetieth of a hundred of those ratios. */
  low: number
  high: number
}

const rounds = 25
const slice = { milliseconds: 40 }

const quantile = (values: readonly number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Between two slices signals and timers have their turn. */
const aBreath = () => new Promise((resolve) => setImmediate(resolve))

/** Microseconds of one call, measured over one short slice of time. */
async function timeSlice({ run }: Contender): Promise<number> {
  const from = performance.now()
  let calls = 0
  let now = from
  while (now - from < slice.milliseconds || calls === 0) {
    const answer = run()
    if (answer instanceof Promise) await answer
    calls += 1
    now = performance.now()
  }
  return ((now - from) * 1000) / calls
}

/**
 * Measures contenders against the first, in short slices that take turns, each round beginning with another one, so that a
 * busy machine hits all alike. The first runs a second time as `A/A`: how far its ratio is from 1 is the noise.
 */
export async function compare(contenders: readonly [Contender, ...Contender[]]): Promise<Line[]> {
  const [baseline] = contenders
  const all = [...contenders, { ...baseline, name: 'A/A: the same again' }]
  const times = new Map<Contender, number[]>(all.map((one) => [one, []]))
  for (const contender of all) await timeSlice(contender)
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < all.length; turn += 1) {
      const contender = all[(round + turn) % all.length]
      await aBreath()
      if (contender) times.get(contender)?.push(await timeSlice(contender))
    }
  const base = times.get(baseline) ?? []
  return all.map((contender) => {
    const own = times.get(contender) ?? []
    const ratios = own.map((time, round) => time / (base[round] ?? Number.NaN))
    return {
      name: contender.name,
      microseconds: quantile(own, 0.5),
      ratio: quantile(ratios, 0.5),
      low: quantile(ratios, 0.1),
      high: quantile(ratios, 0.9),
    }
  })
}
