// The stand-in's dialogs, inside the page but in a world of their own. One sheet is open at a time; each call shows a new
// state of it and resolves with what the user does next. The last expression defines the function that dialogs.mjs calls.
globalThis.standinPicker = (() => {
  const CSS = `
    dialog { font: 14px/1.4 system-ui, sans-serif; color-scheme: light dark; width: min(620px, 90vw); padding: 20px;
      border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); border-radius: 8px; background: Canvas; color: CanvasText; }
    dialog::backdrop { background: rgb(0 0 0 / 35%); }
    h2 { font-size: 16px; margin: 0 0 12px; }
    p { margin: 0 0 8px; white-space: pre-line; overflow-wrap: anywhere; }
    .row { display: flex; gap: 8px; align-items: center; margin-bottom: 8px; }
    .row > :first-child { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    select, input, textarea { font: inherit; box-sizing: border-box; width: 100%; padding: 6px; }
    select { height: 240px; margin-bottom: 8px; }
    label { display: block; margin-bottom: 4px; }
    .problem { color: light-dark(#a3140a, #ff9a90); min-height: 1.4em; }
    .buttons { display: flex; justify-content: flex-end; gap: 8px; margin-top: 12px; }
    button { font: inherit; padding: 6px 14px; }`
  let sheet = null

  function element(name, properties = {}, children = []) {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  function open() {
    const host = element('div')
    // Interface libraries that keep the focus inside their own dialog leave what is marked so alone.
    host.setAttribute('data-react-aria-top-layer', 'true')
    host.setAttribute('data-standin-dialog', '')
    const root = host.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(CSS)
    root.adoptedStyleSheets = [style]
    const dialog = element('dialog')
    root.append(dialog)
    for (const type of ['keydown', 'keyup', 'paste', 'copy', 'cut', 'dragover', 'drop', 'pointerdown', 'click']) {
      host.addEventListener(type, (event) => event.stopPropagation())
    }
    document.documentElement.append(host)
    dialog.showModal()
    return { host, dialog }
  }

  function message(state, answer) {
    const buttons = state.buttons.map((label, index) =>
      element('button', {
        type: 'button',
        textContent: label,
        autofocus: index === state.defaultId,
        onclick: () => answer({ button: index })
      })
    )
    const title = element('h2', { id: 'title', textContent: state.message })
    return [title, element('p', { textContent: state.detail }), element('div', { className: 'buttons' }, buttons)]
  }

  function picker(state, answer) {
    const field = element(state.multiple ? 'textarea' : 'input', {
      id: 'path',
      value: state.text,
      autofocus: true,
      spellcheck: false
    })
    if (state.multiple) field.rows = 3
    const enter = (folder) => answer({ action: 'enter', folder, text: field.value })
    const options = state.entries.map((entry) =>
      element('option', { value: entry.name, textContent: entry.folder ? `${entry.name}/` : entry.name })
    )
    const isFolder = (name) => state.entries.some((entry) => entry.folder && entry.name === name)
    const list = element('select', { size: 10, multiple: state.multiple, ariaLabel: 'Contents of the folder' }, options)
    list.onchange = () => {
      const chosen = [...list.selectedOptions].map((option) => option.value)
      if (state.kind === 'save' && isFolder(chosen[0])) return
      field.value = chosen.join('\n')
    }
    list.ondblclick = () => {
      if (isFolder(list.value)) enter(list.value)
      else if (list.value !== '') choose()
    }
    list.onkeydown = (event) => {
      if (event.key === 'Enter' && isFolder(list.value)) {
        event.preventDefault()
        enter(list.value)
      }
    }
    const choose = () => answer({ action: 'choose', text: field.value })
    const form = element('form', { method: 'dialog' }, [
      element('h2', { id: 'title', textContent: state.title }),
      element('div', { className: 'row' }, [
        element('span', { textContent: state.folder }),
        element('button', { type: 'button', textContent: 'Up', onclick: () => enter('..') })
      ]),
      list,
      element('label', { htmlFor: 'path', textContent: state.multiple ? 'Paths, one on each line' : 'Name or path' }),
      field,
      element('p', { className: 'problem', role: 'alert', textContent: state.problem }),
      element('div', { className: 'buttons' }, [
        element('button', { type: 'button', textContent: 'Cancel', onclick: () => answer({ action: 'cancel' }) }),
        element('button', { type: 'submit', textContent: state.button })
      ])
    ])
    form.onsubmit = (event) => {
      event.preventDefault()
      choose()
    }
    return [form]
  }

  return (state) => {
    if (state === null) {
      sheet?.host.remove()
      sheet = null
      return Promise.resolve({})
    }
    sheet ??= open()
    const { dialog } = sheet
    return new Promise((resolve) => {
      dialog.replaceChildren(...(state.buttons ? message(state, resolve) : picker(state, resolve)))
      dialog.setAttribute('aria-labelledby', 'title')
      dialog.oncancel = (event) => {
        event.preventDefault()
        resolve(state.buttons ? { button: state.cancelId } : { action: 'cancel' })
      }
      dialog.querySelector('[autofocus]')?.focus()
    })
  }
})()
