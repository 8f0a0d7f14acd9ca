import { ZipArchive, type ZipLimits } from '../../zip/zip-archive.ts'
import type { ContainerFile } from '../extracted/extracted.ts'
import { readError } from './byte-source.ts'

/** Opens a zip in memory or on disk. Throws a DossierError, as `ZipArchive.open` does, or `io`. */
export async function openZip(file: ContainerFile, name: string, limits: ZipLimits): Promise<ZipArchive> {
  try {
    return await ZipArchive.open(file, name, limits)
  } catch (error) {
    throw readError(error, name)
  }
}
