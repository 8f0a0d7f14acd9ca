import { ZipArchive, type ZipLimits } from '../../zip/zip-bytes.ts'
import { ZipReader } from '../../zip/zip-reader.ts'
import type { ContainerFile } from '../extracted/extracted.ts'
import { readError } from './byte-source.ts'

/** Opens a zip in memory or on disk. Throws a DossierError, as `ZipArchive.open` does, or `io`. */
export async function openZip(file: ContainerFile, name: string, limits: ZipLimits): Promise<ZipArchive> {
  if ('bytes' in file) return ZipArchive.ofBytes(file.bytes, name, limits)
  const reader = await ZipReader.open(file.path).catch((error: unknown) => {
    throw readError(error, name)
  })
  return ZipArchive.open(reader, reader.size, name, limits)
}
