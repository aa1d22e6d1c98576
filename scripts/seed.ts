import { openDatabase } from '@db/client'
import { seedDemoClinic } from '@db/seed/seed-demo-clinic'
import { hashPassword } from '~/adapters/password.server'
import { demoPassword } from '~/domain/people/demo-password'

const url = process.env['DATABASE_URL']
if (!url) throw new Error('DATABASE_URL is not set')
if (!['demo', 'test'].includes(process.env['ILIUM_MODE'] ?? ''))
  throw new Error('The demo clinic is for the demo and for tests only')

const database = openDatabase(url, { connections: 2 })
try {
  await seedDemoClinic(database, {
    now: new Date(),
    zone: process.env['CLINIC_TIME_ZONE'] ?? 'America/Chicago',
    passwordHash: await hashPassword(demoPassword),
  })
} finally {
  await database.close()
}
