import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { isOpaqueId } from '~/domain/opaque-id'
import { noPage } from './no-page.server'

/** The id in the address; one that can be no id is a page that does not exist. */
export function paramId({ params }: LoaderFunctionArgs | ActionFunctionArgs, name: string): string {
  const id = params[name] ?? ''
  return isOpaqueId(id) ? id : noPage()
}
