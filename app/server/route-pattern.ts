type Known = Record<string, { path?: string; index?: boolean } | undefined>

const isParameter = (segment: string) => segment.startsWith(':')
const segmentsOf = (path: string) =>
  path
    .replace(/^\/_root\.data$/, '')
    .replace(/\.data$/, '')
    .split('/')
    .filter(Boolean)

/** The pattern a path belongs to, such as `/visits/:visitId`: what the log may hold instead of the path itself. */
export function routePatterns(routes: Known): (path: string) => string {
  const patterns = Object.values(routes)
    .map((route) => segmentsOf(route?.path ?? ''))
    .filter((segments) => segments[0] !== '*')
    .toSorted((a, b) => a.filter(isParameter).length - b.filter(isParameter).length)
  return (path) => {
    const asked = segmentsOf(path)
    const fit = patterns.find(
      (segments) =>
        segments.length === asked.length && segments.every((one, at) => isParameter(one) || one === asked[at]),
    )
    return fit ? `/${fit.join('/')}` : '*'
  }
}
