import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '~/domain/paths'
import { homeOf } from '~/domain/people/return-path'
import { optionalContext } from '~/server/require-context.server'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { EmergencyStrip } from '~/ui/emergency-strip'
import { PasswordField } from '~/ui/password-field'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { TextField } from '~/ui/text-field'
import { useClinic } from '~/ui/use-clinic'
import { JointPicture } from './joint-picture'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.clinicName}: your consult portal` : 'Your consult portal' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { clinic, person } = await optionalContext(args)
  return {
    clinicName: clinic.name,
    me: person && { firstName: person.name.split(' ')[0] ?? '', role: person.role, home: homeOf[person.role] },
  }
}

export default function Landing() {
  const { me } = useLoaderData<typeof loader>()
  const clinic = useClinic()
  return (
    <PatientPage clinic={clinic} layout="land" above={<EmergencyStrip />} foot={<Foot />}>
      <div className="colA">
        <section className="a1">
          <h1>Pain in your low back, groin or buttock? Start here.</h1>
          <p className="lede">
            Answer questions at home. See a provider by video. Keep every next step in one place.
          </p>
          <p className="mt-20">
            <ButtonLink to={startAt(me?.role, me?.home)} large iconAfter={ArrowRight}>
              {me && me.role !== 'patient' ? 'Go to your work' : 'Start your questions'}
            </ButtonLink>
          </p>
          <p className="small muted mt-10">You can stop and come back. Or call us and we will fill it in with you.</p>
        </section>
        <section className="a3">
          <h2 className="fs-lg mb-14">How it works</h2>
          <ol className="does">
            <Does step={1} title="Answer questions and mark where it hurts">
              Safety questions come first. Your answers save as you go.
            </Does>
            <Does step={2} title="Talk with a provider by video">
              No camera? You can still join by phone.
            </Does>
            <Does step={3} title="See what comes next">
              If you need an in-clinic injection, we set it up and show you each step.
            </Does>
            <Does step={4} title="Check in two weeks later">
              You keep a short pain diary. Then you and your provider look at it together.
            </Does>
          </ol>
        </section>
      </div>
      <div className="colB">
        <section className="a2 card">{me ? <SignedIn {...me} /> : <SignIn />}</section>
        <section className="a4">
          <h2 className="fs-lg">About the sacroiliac joint</h2>
          <JointPicture />
          <p className="small muted">
            The two sacroiliac joints connect your hip bones to the sacrum, at the base of the spine. When they are
            inflamed, the pain can also be in your legs, groin and buttocks.
          </p>
        </section>
      </div>
    </PatientPage>
  )
}

function startAt(role?: string, home?: string): string {
  if (!role || !home) return paths.register()
  return role === 'patient' ? paths.intake() : home
}

function SignIn() {
  return (
    <>
      <h2>Been here before? Sign in.</h2>
      <Form method="post" action={paths.signIn()} className="mt-16">
        <TextField id="email" name="email" label="E-mail" type="email" autoComplete="email" required />
        <PasswordField id="password" name="password" label="Password" autoComplete="current-password" required />
        <Button variant="secondary" block className="mt-20 mb-6">
          Sign in
        </Button>
        <p className="row between small wrap mt-8 gap-row-0">
          <Link className="tap" to={paths.forgotPassword()}>
            Forgot your password?
          </Link>
          <Link className="tap" to={paths.register()}>
            Create an account
          </Link>
        </p>
      </Form>
    </>
  )
}

function SignedIn({ firstName, role, home }: { firstName: string; role: string; home: string }) {
  return (
    <>
      <h2>You are signed in, {firstName}.</h2>
      <p className="mt-10">{role === 'patient' ? 'Your next step and your answers are in My care.' : 'Your work is open.'}</p>
      <ButtonLink to={home} variant="secondary" block className="mt-16">
        {role === 'patient' ? 'Go to My care' : 'Go to your work'}
      </ButtonLink>
      <Form method="post" action={paths.signOut()} className="center mt-8">
        <Button variant="quiet">Sign out</Button>
      </Form>
    </>
  )
}

function Does({ step, title, children }: { step: number; title: string; children: ReactNode }) {
  return (
    <li>
      <span className="n">{step}</span>
      <span>
        <b>{title}</b>
        <span>{children}</span>
      </span>
    </li>
  )
}

function Foot() {
  const clinic = useClinic()
  return (
    <>
      <p>
        <b className="strong">Rather talk to a person?</b> Call <PhoneLink clinic={clinic} bare />. Telemedicine and
        in-clinic appointments available.
      </p>
      <p className="mt-8">Need an interpreter? It is free. Tell us when you call or in your questions.</p>
    </>
  )
}
