/** How a printer is named: "tcp://host:9100", "file:/dev/usb/lp0", "cups:NAME", or "none". */
export const PRINTER_TARGET = /^(none|tcp:\/\/[^/\s]+:\d{1,5}|file:.{1,300}|cups:[\w.@-]{1,120})$/;
