import { useNonce } from './nonce'

type Props = {
  /** Clinic name and phone. */
  clinic: string
  /** Name and date of birth. */
  person: string
  /** What the paper is, with its day or version. */
  paper: string
}

const inCss = (words: string) => [...words].map((sign) => `\\${sign.codePointAt(0)?.toString(16)} `).join('')

/** The nonce this document came with, for a page that was reached without loading another. */
function nonceOfDocument(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
}

/** Running head of a printed page: clinic, person, paper and "page x of y" in the margins of every sheet. */
export function PrintHead({ clinic, person, paper }: Props) {
  const nonce = useNonce() ?? nonceOfDocument()
  const box = (place: string, content: string) => `@${place}{content:${content}}`
  const boxes = [
    box('top-left', `"${inCss(clinic)}"`),
    box('top-right', `"${inCss(person)}"`),
    box('bottom-left', `"${inCss(paper)}"`),
    box('bottom-right', '"Page " counter(page) " of " counter(pages)'),
  ]
  const html = `@page{font-family:"Atkinson Hyperlegible Next Variable",sans-serif;font-size:10pt;${boxes.join('')}}`
  return <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
}
