/** WeChat asks for this component when the tab bar is a custom one; each page draws components/TabBar itself. */
export default function CustomTabBar() {
  return null;
}
