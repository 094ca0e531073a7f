using NodaTime;

namespace Entente.Web.Hosting;

/// <summary>When this server began and as what: a page that sees another moment knows that its token is of an earlier server.</summary>
internal sealed record Started(Instant At, ServeOptions Options);
