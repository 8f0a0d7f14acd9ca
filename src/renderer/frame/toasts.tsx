import { useEffect } from 'react'
import { dismissToast, lookAtToasts, useToasts } from '../state/window/toasts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** Messages at the lower edge, and the region from which screen readers hear of changes. */
export function Toasts() {
  const { toasts, announcement } = useToasts()
  const isEmpty = toasts.length === 0
  // The last one goes without the pointer's leaving it.
  useEffect(() => {
    if (isEmpty) lookAtToasts(false)
  }, [isEmpty])
  return (
    <>
      <div className="hidden-text" role="status" aria-live="polite">
        {announcement}
      </div>
      <div
        className="toasts"
        role="region"
        aria-label="Messages"
        onPointerEnter={() => lookAtToasts(true)}
        onPointerLeave={() => lookAtToasts(false)}
        onFocus={() => lookAtToasts(true)}
        onBlur={() => lookAtToasts(false)}
      >
        {toasts.map((toast) => (
          <div key={toast.id} className={`toast ${toast.tone}`} role={toast.tone === 'error' ? 'alert' : 'status'}>
            {toast.tone === 'error' && <Icon name="warn" />}
            <span>{toast.text}</span>
            {toast.action && (
              <Button
                className="small toast-action"
                onPress={() => {
                  dismissToast(toast.id)
                  toast.action?.run()
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton label="Dismiss" className="tight" onPress={() => dismissToast(toast.id)}>
              <Icon name="close" />
            </IconButton>
          </div>
        ))}
      </div>
    </>
  )
}
