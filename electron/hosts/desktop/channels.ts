/** The only two channels between the page and the main process. */
export const CALL_CHANNEL = 'keytill:call';
export const EVENT_CHANNEL = 'keytill:event';
