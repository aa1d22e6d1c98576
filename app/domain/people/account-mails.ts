import { paths } from '../paths'
import type { Clinic } from './clinic'

type Words = { subject: string; body: string }

const closing = (clinic: Clinic) => `\n\n${clinic.name}\n${clinic.phone}\n`

/** The mail that confirms an address; its link works for 24 hours, once. */
export function confirmMail(clinic: Clinic, token: string): Words {
  return {
    subject: `Confirm your e-mail for ${clinic.name}`,
    body: `Someone, we hope you, made an account with this e-mail.\n\nOpen this link to confirm it:\n${clinic.origin}${paths.verifyEmail(token)}\n\nThe link works for 24 hours. If it was not you, do nothing.${closing(clinic)}`,
  }
}

/** The mail to someone who registers with an address that already has an account. */
export function knownAddressMail(clinic: Clinic): Words {
  return {
    subject: `You have an account at ${clinic.name}`,
    body: `Someone, we hope you, tried to make an account with this e-mail. There is one already.\n\nSign in here:\n${clinic.origin}${paths.signIn()}\n\nForgot your password? Choose a new one here:\n${clinic.origin}${paths.forgotPassword()}\n\nIf it was not you, do nothing.${closing(clinic)}`,
  }
}

/** The mail to choose a new password; its link works for one hour, once. */
export function resetMail(clinic: Clinic, token: string): Words {
  return {
    subject: `Choose a new password for ${clinic.name}`,
    body: `Someone, we hope you, asked for a new password.\n\nOpen this link to choose one:\n${clinic.origin}${paths.resetPassword(token)}\n\nThe link works for 1 hour. If it was not you, do nothing: your password stays as it is.${closing(clinic)}`,
  }
}

/** The mail to somebody who was registered on the phone; its link works for seven days, once, with the birth date. */
export function invitationMail(clinic: Clinic, token: string): Words {
  return {
    subject: `Your account at ${clinic.name}`,
    body: `You talked with us on the phone, and we made an account for you.\n\nOpen this link to choose a password:\n${clinic.origin}${paths.welcome(token)}\n\nThen you see everything we wrote down for you, and can correct it. The link works for 7 days. Later you get a new one here:\n${clinic.origin}${paths.forgotPassword()}\n\nYou did not talk with us? Then do nothing, or tell us: ${clinic.phone}.${closing(clinic)}`,
  }
}

/** Tells the owner that the password has changed. */
export function passwordChangedMail(clinic: Clinic): Words {
  return {
    subject: `Your password for ${clinic.name} was changed`,
    body: `Your password was changed and every device was signed out.\n\nIf it was not you, call us now: ${clinic.phone}.${closing(clinic)}`,
  }
}
