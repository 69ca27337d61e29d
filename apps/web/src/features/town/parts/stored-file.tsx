import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sizeText } from "#lib/format.ts";
import { useTranslation } from "#lib/translation.tsx";
import { ownHeaders } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Loading, Problem } from "#ui/states.tsx";

type Props = {
  readonly file: { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number };
  readonly alt: string;
};

/** Files are behind the sign-in and only ever saved, so a picture is fetched and shown from memory. */
export function StoredFile({ file, alt }: Props) {
  const { t } = useTranslation();
  const content = useQuery({
    queryKey: ["file", file.id],
    queryFn: async () => {
      const answer = await fetch(`/files/${file.id}`, { headers: ownHeaders() });
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.blob();
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const url = useObjectUrl(content.data ?? null);
  if (content.isPending) return <Loading lines={2} />;
  if (content.isError) return <Problem message={t("town.file.licence_missing")} onRetry={() => void content.refetch()} />;
  const save = () => {
    const link = document.createElement("a");
    link.href = url ?? "";
    link.download = file.name;
    link.click();
  };
  return (
    <>
      {file.mediaType.startsWith("image/") && url !== null && (
        <a href={url} target="_blank" rel="noreferrer">
          <img className="t-licence" src={url} alt={alt} />
        </a>
      )}
      <div>
        <Button small icon={<IconDownload size={16} aria-hidden="true" />} onClick={save}>
          {`${file.name} · ${sizeText(file.size)}`}
        </Button>
      </div>
    </>
  );
}

function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (blob === null) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
