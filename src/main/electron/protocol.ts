import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { CustomScheme, Protocol } from 'electron'
import { CONTENT_SECURITY_POLICY, HOST, SCHEME } from './security.ts'

/** To be registered before the app is ready. `standard` gives the pages an origin, `secure` the APIs of safe contexts. */
export const SCHEMES: CustomScheme[] = [
  { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } }
]

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff'
}

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store'
}

function refuse(status: number): Response {
  return new Response('', { status, headers: HEADERS })
}

/**
 * Serves the files of one folder under `app://dossier/`. Answers 404 for what isn't there or isn't of a type the renderer
 * has, also when a path tries to climb out of the folder or leaves it through a link; 405 for anything but GET.
 */
export function createFileServer(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405)
    const url = new URL(request.url)
    if (url.host !== HOST) return refuse(404)
    const path = await insideOf(folder, url.pathname)
    const mediaType = path === null ? undefined : MEDIA_TYPES[extname(path).toLowerCase()]
    if (path === null || mediaType === undefined) return refuse(404)
    return new Response(new Uint8Array(await readFile(path)), { headers: { ...HEADERS, 'Content-Type': mediaType } })
  }
}

/** The real path of a file in the folder; null when there is none or it lies outside. */
async function insideOf(folder: string, pathname: string): Promise<string | null> {
  try {
    const name = decodeURIComponent(pathname)
    if (name.includes('\0') || name.includes('\\')) return null
    const root = await realpath(folder)
    const path = await realpath(join(root, name))
    return path.startsWith(root + sep) ? path : null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (error instanceof URIError || code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}

/** Registers the server; to be called when the app is ready. */
export function serveRenderer(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, createFileServer(folder))
}
