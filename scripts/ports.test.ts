import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portNumber, portsFrom } from './ports'

const everyday = fc.integer({ min: 1, max: 9999 })
const tcp = (port: number) => {
  const { web, postgres, livekit } = portsFrom(port)
  return [web, postgres, livekit]
}
const udp = (port: number) => [portsFrom(port).livekit, portsFrom(port).stun]

test('two copies with different ports share none', () => {
  fc.assert(
    fc.property(everyday, everyday, (a, b) => {
      fc.pre(a !== b)
      expect(tcp(a).filter((port) => tcp(b).includes(port))).toEqual([])
      expect(udp(a).filter((port) => udp(b).includes(port))).toEqual([])
    }),
  )
})

test('one copy never asks for the same port twice, nor for one that does not exist', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
      expect(new Set(tcp(port)).size).toBe(3)
      expect(Math.max(...tcp(port), ...udp(port))).toBeLessThanOrEqual(65_535)
    }),
  )
})

test('a port is a whole number in range', () => {
  expect(portNumber(undefined, 3000)).toBe(3000)
  expect(portNumber('', 3000)).toBe(3000)
  expect(portNumber('3400', 3000)).toBe(3400)
  for (const wrong of ['0', '-1', '3.5', '65536', 'http', '3000a', ' '])
    expect(() => portNumber(wrong, 3000)).toThrow(/no port/)
})
