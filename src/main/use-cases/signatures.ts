import type { PageRequest } from '../../shared/api/contract.ts'
import type { Handlers } from './handlers.ts'
import type { KeyRing } from '../sign/key-ring.ts'

type SignatureRequest = Extract<PageRequest, `signature.${string}`>

/** What users do with the keys that sign PDFs. */
export function signatureHandlers(ring: KeyRing): Handlers<SignatureRequest> {
  return {
    'signature.keys': () => ring.list(),
    'signature.newKey': ({ name, passphrase }) => ring.create(name, passphrase),
    'signature.addKey': ({ publicKey, name }) => ring.add(publicKey, name),
    'signature.forgetKey': async ({ id }) => {
      await ring.forget(id)
      return {}
    }
  }
}
