import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { noPage } from './no-page.server'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The id in the address; one that can be no id is a page that does not exist. */
export function paramId({ params }: LoaderFunctionArgs | ActionFunctionArgs, name: string): string {
  const id = params[name] ?? ''
  return uuid.test(id) ? id : noPage()
}
