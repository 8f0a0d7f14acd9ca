import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The executable that takes Electron's place where its binary can't be had. */
export const STANDIN = join(root, 'e2e/standin/electron')

/** Folder of the package `electron`, or null when it isn't installed. */
export function electronPackage() {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  } catch {
    // Installed without development packages.
    return null
  }
}

/**
 * Path of Electron's binary, or null when it was never downloaded. Not by `require('electron')`: that would download it.
 * `ELECTRON_STANDIN=1` says that there is none.
 */
export function findElectron() {
  const folder = electronPackage()
  if (folder === null || process.env['ELECTRON_STANDIN'] === '1') return null
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}
