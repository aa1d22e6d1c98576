import type { Ports } from './ports'

/**
 * The configuration of our own LiveKit server: every socket on the loopback interface, rooms only where the portal makes
 * them, no STUN or TURN server of anyone else. A room outlives both parties by `departure_timeout` seconds, longer than
 * a browser tries to come back.
 */
export function livekitConfig(ports: Ports, keys: { key: string; secret: string }): string {
  return `port: ${ports.livekit}
bind_addresses: ["127.0.0.1"]
rtc:
  udp_port: ${ports.livekit}
  tcp_port: 0
  use_external_ip: false
  node_ip: 127.0.0.1
  enable_loopback_candidate: true
  interfaces: { includes: ["lo"${process.platform === 'darwin' ? ', "lo0"' : ''}] }
  ips: { includes: ["127.0.0.0/8"] }
  stun_servers: ["127.0.0.1:${ports.stun}"]
turn:
  enabled: false
keys:
  "${keys.key}": "${keys.secret}"
webhook:
  api_key: "${keys.key}"
  urls: ["http://127.0.0.1:${ports.web}/webhooks/livekit"]
room:
  auto_create: false
  empty_timeout: 300
  departure_timeout: 120
  max_participants: 8
logging: { level: info, json: true }
`
}
