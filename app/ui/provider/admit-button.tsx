import { Form } from '@remix-run/react'
import { paths } from '~/domain/paths'
import type { Licence } from '~/domain/visit/stage-facts'
import { Button } from '../button'
import { ButtonLink } from '../button-link'

type Props = {
  visitId: string
  licence: Licence
  variant?: 'primary' | 'secondary'
  large?: boolean
  className?: string
}

/** Lets the patient in, as a document of its own so that camera and microphone are allowed there; where the provider holds no license it leads to the page that asks for the reason. */
export function AdmitButton({ visitId, licence, variant = 'primary', large, className }: Props) {
  if (licence === 'unlicensed' || licence === 'unknown') {
    return (
      <ButtonLink to={paths.visitAdmit(visitId)} reloadDocument variant="secondary" large={large} className={className}>
        Admit with reason
      </ButtonLink>
    )
  }
  return (
    <Form method="post" action={paths.visitAdmit(visitId)} reloadDocument>
      <Button variant={variant} large={large} className={className}>
        Admit
      </Button>
    </Form>
  )
}
