import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DossierBridge } from '../shared/api/bridge.ts'
import type { EventData, EventName } from '../shared/api/contract.ts'
import type { Result } from '../shared/errors/errors.ts'

const REQUEST_CHANNEL = 'dossier:request'
const DROPPED_CHANNEL = 'dossier:dropped'
const EVENT_CHANNEL = 'dossier:event'

const LOST: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message:
      'Dossier could not be reached from its window. What was saved is kept. Close the window and start Dossier again.'
  }
}

/**
 * All that the page can reach: a channel for requests, one for what was dropped, and one for events. What may cross them is checked on the other
 * side, against the contract; the page never learns of `ipcRenderer` itself.
 */
const bridge: DossierBridge = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input).catch(() => LOST),
  on: <N extends EventName>(name: N, listener: (data: EventData<N>) => void) => {
    const hear = (_event: unknown, sent: EventName, data: unknown) => {
      if (sent === name) listener(data as EventData<N>)
    }
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear)
    }
  },
  // Only the browser gives a file its path, where a person dropped or picked it: one that the page made up has none.
  dropped: (files) =>
    ipcRenderer
      .invoke(
        DROPPED_CHANNEL,
        Array.from(files, (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''))
      )
      .catch(() => LOST)
}

contextBridge.exposeInMainWorld('dossier', bridge)
