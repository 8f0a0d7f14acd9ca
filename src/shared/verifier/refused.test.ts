import { expect, it } from 'vitest'
import { verifyPdf } from './verify.ts'
import type { VerifierPlatform } from './verify.ts'

/** Never asked: what isn't a PDF is refused before anything is read. */
const platform = { others: null } as unknown as VerifierPlatform
const said = async (text: string): Promise<string> =>
  verifyPdf(new TextEncoder().encode(text), platform).then(
    () => 'read',
    (error: Error) => error.message
  )

it('calls an empty file empty, and another kind of file that, and accuses nobody of a change', async () => {
  expect(await said('')).toMatch(/^The file is empty: /)
  expect(await said('<!doctype html><title>Sign in</title>')).toMatch(/^The file isn’t a PDF, whatever its name says/)
  for (const text of ['', 'PDF']) expect(await said(text)).not.toMatch(/changed|damaged/)
})
