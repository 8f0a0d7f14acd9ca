import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf } from '../../container/container.test-helper.ts'
import { rawRecord, rawWarc, rawWarcGz, type RawRecord } from './warc.test-helper.ts'
import { warcRecords, type WarcRecord } from './records.ts'

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size))
}
const recordsOf = (bytes: Uint8Array, size?: number): Promise<WarcRecord[]> => allOf(warcRecords(inPieces(bytes, size)))
const seen = (records: readonly WarcRecord[]): [string | undefined, string, WarcRecord['fault']][] =>
  records.map(({ fields, block, fault }) => [
    fields.get('warc-target-uri'),
    block.toString('latin1').slice(0, 20),
    fault
  ])

const THREE: RawRecord[] = ['one', 'two', 'three'].map((block) => ({ url: `http://${block}.example/`, block }))
const ALL = ['one', 'two', 'three'].map((block) => [`http://${block}.example/`, block, null])
const withFirst = (first: RawRecord): RawRecord[] => [{ ...THREE[0], ...first }, ...THREE.slice(1)]

describe('records of a web archive', () => {
  it('are read compressed one by one, all at once, or not at all, in whatever pieces they come', async () => {
    const archives = [rawWarc(THREE), rawWarcGz(THREE), gzipSync(rawWarc(THREE))]
    for (const archive of archives) {
      expect(seen(await recordsOf(archive))).toEqual(ALL)
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
          expect(seen(await recordsOf(archive, size))).toEqual(ALL)
        }),
        { numRuns: 15 }
      )
    }
  })

  it('are read whole when they are large or compress well', async () => {
    const block = Buffer.concat([Buffer.alloc(5_000_000, 'a'), Buffer.from('end')])
    for (const archive of [rawWarc([{ block }, ...THREE]), rawWarcGz([{ block }, ...THREE])]) {
      const records = await recordsOf(archive, 100_000)
      expect(records).toHaveLength(4)
      expect(records[0]!.block.equals(block)).toBe(true)
    }
  })

  it('keep folded fields and tell what they begin with', async () => {
    const [record] = await recordsOf(
      rawRecord({ fields: { 'X-Note': 'held\r\n  back', 'WARC-Date': 'kept', __proto__: 'x' } })
    )
    expect([record!.fields.get('x-note'), record!.fields.get('warc-date'), record!.fault]).toEqual([
      'held back',
      'kept',
      null
    ])
  })
})

describe('a hostile web archive', () => {
  it('may claim lengths that are too long, too short or none', async () => {
    for (const length of [4, 5000, 99_999_999_999_999, 1, 0, '', 'abc', '-5']) {
      const plain = seen(await recordsOf(rawWarc(withFirst({ length }))))
      expect(plain.map(([url, block]) => [url, block])).toEqual(ALL.map(([url, block]) => [url, block]))
      const packed = seen(await recordsOf(rawWarcGz(withFirst({ length }))))
      expect(packed.map(([url, block]) => [url, block])).toEqual(ALL.map(([url, block]) => [url, block]))
    }
    expect((await recordsOf(rawWarc(withFirst({ length: 5000 }))))[0]!.fault).toBe('short')
    expect((await recordsOf(rawWarc([{ block: 'one', length: 5000 }])))[0]!.fault).toBe('cut')
  })

  it('has damaged members told and the others read', async () => {
    const packed = THREE.map((record) =>
      gzipSync(rawRecord({ ...record, block: `${record.block as string}${'x'.repeat(300)}` }))
    )
    for (const at of [12, 30, packed[1]!.length - 5]) {
      const damaged = Buffer.from(packed[1]!)
      damaged[at]! ^= 0xff
      const faults = (await recordsOf(Buffer.concat([packed[0]!, damaged, packed[2]!]))).map(({ fields, fault }) => [
        fields.get('warc-target-uri'),
        fault
      ])
      expect(faults.map(([, fault]) => fault)).toEqual([null, 'damaged', null])
      expect([faults[0]![0], faults[2]![0]]).toEqual(['http://one.example/', 'http://three.example/'])
    }
    const cut = await recordsOf(Buffer.concat(packed).subarray(0, -20))
    expect(cut.map(({ fault }) => fault)).toEqual([null, null, 'damaged'])
  })

  it('may end anywhere', async () => {
    for (const archive of [rawWarc(THREE), rawWarcGz(THREE)]) {
      for (let end = 0; end < archive.length; end += 5) {
        const records = await recordsOf(archive.subarray(0, end))
        expect(records.length).toBeLessThanOrEqual(3)
      }
    }
  })

  it('has records over 64 MB passed over, and headers without end told', async () => {
    const large = { url: 'http://large.example/', block: Buffer.alloc(70 * 1024 * 1024) }
    for (const archive of [rawWarc([large, ...THREE]), rawWarcGz([large, ...THREE])]) {
      const records = await recordsOf(archive, 1 << 18)
      expect(records.map(({ fault, block }) => [fault, block.length])).toEqual([
        ['large', 0],
        [null, 3],
        [null, 3],
        [null, 5]
      ])
    }
    const endless = Buffer.from(`WARC/1.1\r\nX: ${'a'.repeat(10 * 1024 * 1024)}`)
    expect(
      (await recordsOf(Buffer.concat([endless, Buffer.from('\r\n\r\n'), rawWarc(THREE)]), 1 << 18)).map(
        ({ fault }) => fault
      )
    ).toEqual(['damaged', null, null, null])
    expect((await recordsOf(endless, 1 << 18)).map(({ fault }) => fault)).toEqual(['damaged'])
  })
})
