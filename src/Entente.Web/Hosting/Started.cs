using Entente.Web.Http;
using NodaTime;

namespace Entente.Web.Hosting;

/// <summary>When this server began and as what: a page that sees another moment knows that its token is of an earlier server.</summary>
internal sealed record Started(Instant At, ServeOptions Options)
{
    /// <summary>The version of an answer that hangs on the record and on what was asked, known before it is made.</summary>
    /// <param name="generation">Of which state of the record. This run of the server is told from others, which may have read another.</param>
    /// <param name="asked">Which answer, of what.</param>
    public string ETag(int generation, string asked) =>
        Answers.ETag(FormattableString.Invariant($"{asked}|{generation}|{At.ToUnixTimeTicks()}"));
}
