import { Page } from '@/components/Page';

export default function StudyPage() {
  return <Page tab="study" title="学习" />;
}
