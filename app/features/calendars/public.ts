export { ChecklistLines } from './ui/checklist.tsx';
