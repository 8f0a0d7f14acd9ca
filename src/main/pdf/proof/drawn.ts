import { FINGERPRINT_PLACE, PROOF_VERSION } from '../../../shared/proof/proof.ts'
import { PdfObjects } from '../../../shared/pdf/file.ts'
import { Reference, Stream, type Resolved } from '../../../shared/pdf/value.ts'
import { readDrawn, type DrawnPdf } from '../../../shared/verifier/drawn.ts'
import { nodePlatform } from '../reader/node-platform.ts'
import type { Unfinished } from '../writer/document.ts'

/** Stands for the stream of the proof while it isn't written. */
export const EMPTY = new Stream(new Map(), new Uint8Array())

/** What a document draws and holds that is whole but for the objects that wait. */
export function drawn({ bytes, offsets, root, info }: Unfinished, waiting: ReadonlyMap<number, Resolved>): DrawnPdf {
  const places = new Map(offsets.flatMap((offset, i) => (offset === null ? [] : [[i + 1, { offset }] as const])))
  const trailer = new Map([
    ['Root', new Reference(root)],
    ['Info', new Reference(info)]
  ])
  const objects = new PdfObjects(bytes, { places, trailer, updates: 0, read: waiting }, nodePlatform)
  return readDrawn(objects, { version: PROOF_VERSION, proof: EMPTY.dict, fingerprint: FINGERPRINT_PLACE })
}
