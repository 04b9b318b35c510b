import type { CSSProperties } from 'react';
import arrowDown from 'lucide-static/icons/arrow-down.svg?url';
import arrowUp from 'lucide-static/icons/arrow-up.svg?url';
import audioLines from 'lucide-static/icons/audio-lines.svg?url';
import bell from 'lucide-static/icons/bell.svg?url';
import bookOpen from 'lucide-static/icons/book-open.svg?url';
import building from 'lucide-static/icons/building-2.svg?url';
import calendarDays from 'lucide-static/icons/calendar-days.svg?url';
import check from 'lucide-static/icons/check.svg?url';
import chevronDown from 'lucide-static/icons/chevron-down.svg?url';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?url';
import chevronRight from 'lucide-static/icons/chevron-right.svg?url';
import circleAlert from 'lucide-static/icons/circle-alert.svg?url';
import clock from 'lucide-static/icons/clock.svg?url';
import copy from 'lucide-static/icons/copy.svg?url';
import diff from 'lucide-static/icons/diff.svg?url';
import download from 'lucide-static/icons/download.svg?url';
import fileUp from 'lucide-static/icons/file-up.svg?url';
import flag from 'lucide-static/icons/flag.svg?url';
import graduationCap from 'lucide-static/icons/graduation-cap.svg?url';
import gripVertical from 'lucide-static/icons/grip-vertical.svg?url';
import history from 'lucide-static/icons/history.svg?url';
import image from 'lucide-static/icons/image.svg?url';
import indent from 'lucide-static/icons/list-indent-increase.svg?url';
import network from 'lucide-static/icons/network.svg?url';
import outdent from 'lucide-static/icons/list-indent-decrease.svg?url';
import info from 'lucide-static/icons/info.svg?url';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?url';
import listChecks from 'lucide-static/icons/list-checks.svg?url';
import logOut from 'lucide-static/icons/log-out.svg?url';
import mapPin from 'lucide-static/icons/map-pin.svg?url';
import messageWarning from 'lucide-static/icons/message-square-warning.svg?url';
import mic from 'lucide-static/icons/mic.svg?url';
import paperclip from 'lucide-static/icons/paperclip.svg?url';
import penLine from 'lucide-static/icons/pen-line.svg?url';
import plus from 'lucide-static/icons/plus.svg?url';
import printer from 'lucide-static/icons/printer.svg?url';
import award from 'lucide-static/icons/award.svg?url';
import scale from 'lucide-static/icons/scale.svg?url';
import scrollText from 'lucide-static/icons/scroll-text.svg?url';
import search from 'lucide-static/icons/search.svg?url';
import settings from 'lucide-static/icons/settings.svg?url';
import trash from 'lucide-static/icons/trash-2.svg?url';
import upload from 'lucide-static/icons/upload.svg?url';
import users from 'lucide-static/icons/users.svg?url';
import wifiOff from 'lucide-static/icons/wifi-off.svg?url';
import x from 'lucide-static/icons/x.svg?url';
import css from './icon.module.css';

const shapes = {
  arrowDown, arrowUp, audioLines, bell, bookOpen, building, calendarDays, check, chevronDown, chevronLeft, chevronRight, circleAlert, clock, copy, diff, download,
  fileUp, flag, graduationCap, gripVertical, history, image, indent, info, layoutDashboard, listChecks, logOut, mapPin, messageWarning, mic, network, outdent, paperclip, penLine, plus, printer, scale, award, scrollText, search,
  settings, trash, upload, users, wifiOff, x,
};
export type IconName = keyof typeof shapes;

/** Drawn as a mask in the colour of the text around it. Always beside a word, or inside something that has a name. */
export function Icon({ name, size = 18 }: { name: IconName; size?: 14 | 16 | 18 | 22 }) {
  const mask = `url("${shapes[name]}")`;
  const style: CSSProperties = { width: size, height: size, maskImage: mask, WebkitMaskImage: mask };
  return <span aria-hidden="true" className={css.icon} style={style} />;
}
