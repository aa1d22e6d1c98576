import { migrate } from '@db/migrate'
import { loadEnv } from './load-env'

loadEnv()
const url = process.env['DATABASE_URL']
if (!url) {
  process.stderr.write('Set DATABASE_URL to the database that is to be brought to the newest schema.\n')
  process.exit(1)
}
await migrate(url)
