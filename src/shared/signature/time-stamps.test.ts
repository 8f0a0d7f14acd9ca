import { expect, it } from 'vitest'
import { judgeTimes, type TimeStamps } from './time-stamps.ts'

const DATA = new TextEncoder().encode('The quay is shut.')
const messages = async (stamps: Partial<TimeStamps>): Promise<string[]> =>
  (await judgeTimes({ tsr: null, ots: null, ...stamps }, DATA, null)).map(
    ({ state, message }) => `${state}: ${message}`
  )

it('says of an empty time stamp that it is empty, and that the PDF can be checked without it', async () => {
  const empty = new Uint8Array()
  expect(await messages({ tsr: empty, ots: empty })).toEqual(
    ['.tsr', '.ots'].map(
      (ending) =>
        `unreadable: The time stamp (${ending}) is an empty file: it wasn’t stored or sent as a whole. Get it again, or check the PDF without it.`
    )
  )
})

it('tells what can’t be read from what an authority refused', async () => {
  // TimeStampResp (RFC 3161, 2.4.2) with the status 2, “rejection”, and no token.
  const refusal = Uint8Array.of(0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02)
  expect(await messages({ tsr: refusal })).toEqual([
    expect.stringMatching(/^unreadable: The authority gave no time stamp/)
  ])
  for (const bytes of [DATA, refusal.subarray(0, 4)])
    expect(await messages({ tsr: bytes, ots: bytes })).toEqual([
      expect.stringMatching(/^unreadable: The time stamp \(\.tsr\) can’t be read/),
      expect.stringMatching(/^unreadable: The time stamp \(\.ots\) can’t be read/)
    ])
})
