import { ArrowLeft, Bell, BookOpen, CalendarDays, Check, ChevronLeft, ChevronRight, CircleCheck, Clock, CloudOff, Headphones, Info, KeyRound, Mic, Pause, PenLine, Phone, Play, ScrollText, Share2, ShieldCheck, Smartphone, Square, TriangleAlert, Type, User, Users, X } from 'lucide-static';

/** The icons in use; add one here and only that one is bundled. */
export const icons = {
  'arrow-left': ArrowLeft,
  bell: Bell,
  'book-open': BookOpen,
  'calendar-days': CalendarDays,
  check: Check,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'circle-check': CircleCheck,
  clock: Clock,
  'cloud-off': CloudOff,
  headphones: Headphones,
  info: Info,
  key: KeyRound,
  mic: Mic,
  pause: Pause,
  'pen-line': PenLine,
  phone: Phone,
  play: Play,
  'scroll-text': ScrollText,
  share: Share2,
  'shield-check': ShieldCheck,
  smartphone: Smartphone,
  stop: Square,
  'triangle-alert': TriangleAlert,
  type: Type,
  user: User,
  users: Users,
  x: X,
} as const;

export type IconName = keyof typeof icons;
