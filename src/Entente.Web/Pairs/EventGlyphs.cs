using Entente.Profiles;

namespace Entente.Web.Pairs;

/// <summary>The sign of each sort of event: told apart by shape, in charts as in lists.</summary>
internal static class EventGlyphs
{
    public static string Of(TimelineKind kind) =>
        kind switch
        {
            TimelineKind.Contact => "●",
            TimelineKind.Treaty => "◆",
            TimelineKind.Exercise => "▲",
            TimelineKind.Sanction => "×",
            TimelineKind.Vote => "■",
            TimelineKind.Conflict => "★",
            _ => "○",
        };

    public static string Code(TimelineKind kind) => kind.ToString().ToLowerInvariant();
}
