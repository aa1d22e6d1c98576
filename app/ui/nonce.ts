import { createContext, useContext } from 'react'

/** Nonce of the response that carries the page; in the browser there is none to tell. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
