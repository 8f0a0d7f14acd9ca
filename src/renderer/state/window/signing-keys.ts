import { create } from 'zustand'
import type { SigningKey } from '../../../shared/proof/signing-key.ts'
import type { Result } from '../../../shared/errors/errors.ts'
import { request } from './bridge.ts'
import { showFailure } from './toasts.ts'

/** The keys that sign PDFs and check signatures; null until they were asked for. They belong to the machine, not to a case. */
export const useKeys = create<{ keys: SigningKey[] | null }>(() => ({ keys: null }))

/** Asks for the keys. */
export async function loadKeys(): Promise<void> {
  const result = await request('signature.keys', {})
  if (result.ok) useKeys.setState({ keys: result.value })
  else if (result.error.code !== 'cancelled') showFailure(result.error)
}

/** Makes a key that signs. */
export async function newKey(name: string, passphrase: string): Promise<Result<SigningKey>> {
  return told(await request('signature.newKey', { name, passphrase }))
}

/** Takes in somebody’s public key. */
export async function addKey(publicKey: string, name: string | null): Promise<Result<SigningKey>> {
  return told(await request('signature.addKey', { publicKey, name }))
}

async function told(result: Result<SigningKey>): Promise<Result<SigningKey>> {
  if (result.ok) await loadKeys()
  return result
}

/** Forgets a key for good. True when it’s gone. */
export async function forgetKey(id: string): Promise<boolean> {
  const result = await request('signature.forgetKey', { id })
  if (!result.ok) showFailure(result.error)
  await loadKeys()
  return result.ok
}
