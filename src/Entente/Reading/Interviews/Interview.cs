using Entente.Reading.Articles;
using Entente.Reading.Markup;

namespace Entente.Reading.Interviews;

/// <summary>Reads labelled turns: each is spoken by the one behind the label, until the next label; what comes before the first is the author's.</summary>
internal static class Interview
{
    public static Layout Read(ArticleFrame frame, InterviewLabels labels)
    {
        var author = Authorship.Of(frame.Metadata, frame.AuthorsVia);
        var passages = new List<Passage>(frame.Body.Count);
        Speaker? turn = null;
        var asks = false;
        for (var i = 0; i < frame.Body.Count; i++)
        {
            var block = frame.Body[i];
            var text = block.Text;
            if (labels.OfBlocks[i] is { } label)
            {
                var name = labels.Name(label);
                asks = name == labels.Interviewer;
                turn = new()
                {
                    Name = Shown(name, author),
                    Role = asks ? SpeakerRole.Author : SpeakerRole.Interviewee,
                    Via = "label",
                };
                text = text.Slice(label.TextStart, text.Text.Length);
                passages.Add(new(text, turn) { IsInterviewer = asks });
                continue;
            }
            var isHeading = turn is null ? Article.IsHeading(block) : block.Kind is BlockKind.Heading or BlockKind.TableRow;
            passages.Add(
                new(text, isHeading ? author : turn ?? author)
                {
                    IsHeading = isHeading,
                    IsInterviewer = asks && !isHeading,
                    Continues = turn is not null && !isHeading,
                }
            );
        }
        return Article.Finish(DocumentKind.Interview, frame, passages);
    }

    /// <summary>Reads turns that no label tells apart, only that questions are questions: what follows one answers it, until the next.</summary>
    public static Layout Read(ArticleFrame frame, QuestionTurns turns)
    {
        var author = Authorship.Of(frame.Metadata, frame.AuthorsVia);
        var asker = new Speaker
        {
            Name = author.Name ?? "the interviewer",
            Role = SpeakerRole.Author,
            Via = "question",
        };
        var answerer = new Speaker
        {
            Name = turns.Interviewee ?? "the interviewee",
            Role = SpeakerRole.Interviewee,
            Via = "question",
        };
        var passages = new List<Passage>(frame.Body.Count);
        var started = false;
        var continues = false;
        for (var i = 0; i < frame.Body.Count; i++)
        {
            var block = frame.Body[i];
            var asks = turns.Asks[i];
            started |= asks;
            var isHeading = !asks && (started ? block.Kind is BlockKind.Heading or BlockKind.TableRow : Article.IsHeading(block));
            var speaker =
                asks ? asker
                : started && !isHeading ? answerer
                : author;
            passages.Add(
                new(block.Text, speaker)
                {
                    IsHeading = isHeading,
                    IsInterviewer = asks,
                    Continues = continues && !asks && !isHeading,
                }
            );
            continues = started && !asks && !isHeading;
        }
        return Article.Finish(DocumentKind.Interview, frame, passages);
    }

    /// <summary>Bare letters are no names: the asker is the author where there is one, the other stays an interviewee without a name.</summary>
    private static string? Shown(string name, Speaker author) =>
        name switch
        {
            "Q" or "Question" or "QUESTION" => author.Name ?? "the interviewer",
            "A" or "Answer" => "the interviewee",
            _ => name,
        };
}
