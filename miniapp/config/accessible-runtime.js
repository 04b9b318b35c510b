import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './accessible.json';

/** The other half of accessible-views.js, in the app itself. */
mergeInternalComponents({ View: attributes, Button: attributes });
