package pe.comanda.api.menu;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.BranchDoors;
import pe.comanda.api.shared.Queries;
import pe.comanda.api.shared.RenderedAnswer;
import pe.comanda.domain.menu.MenuQuery.RenderedMenu;
import pe.comanda.domain.menu.MenuQuery.ShowMenu;
import pe.comanda.domain.tenancy.PublicCode;

import java.io.IOException;

/** The menu as guests and tills look at it: bytes that were rendered when it last changed. */
@RestController
class MenuController {
    private final Queries queries;
    private final BranchDoors branches;

    MenuController(Queries queries, BranchDoors branches) {
        this.queries = queries;
        this.branches = branches;
    }

    @GetMapping("/api/v1/branches/{branch}/menu")
    void show(
            @PathVariable String branch,
            Asking asking,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(asking.inBranch(branch), "private, no-cache", request, response);
    }

    /** For everybody who knows the branch's code: printed, linked, found. */
    @GetMapping("/api/v1/public/menus/{code}")
    void showToEverybody(
            @PathVariable PublicCode code,
            Asking asking,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var branch = branches.behind(code, asking);
        send(
                asking.byTheDoor(branch.organization(), branch.id()),
                "public, max-age=10",
                request,
                response);
    }

    private void send(
            Asking asking, String caching, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var menu = queries.askNow(new ShowMenu(), RenderedMenu.class, asking);
        RenderedAnswer.write(menu.json(), menu.etag(), caching, request, response);
    }
}
