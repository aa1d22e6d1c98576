import { noPage } from '~/server/no-page.server'

export function loader() {
  noPage()
}

export function action() {
  noPage()
}

export default function NoSuchPage() {
  return null
}
